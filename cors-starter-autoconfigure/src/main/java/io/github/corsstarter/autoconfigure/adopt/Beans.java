package io.github.corsstarter.autoconfigure.adopt;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Names beans by what they do.
 */
public final class Beans {

	private Beans() {
	}

	/**
	 * Names the beans of an application's own classes that have a method.
	 * @param beans the application's beans
	 * @param method the method's name
	 * @param parameter the type of the method's one parameter
	 * @param types the types of beans to look at
	 * @return a text such as {@code bean webConfiguration}, or the empty text
	 */
	public static String overriding(ListableBeanFactory beans, String method, Class<?> parameter, Class<?>... types) {
		List<String> names = new ArrayList<>();
		for (Class<?> type : types) {
			for (String name : beans.getBeanNamesForType(type, false, false)) {
				Method found = ReflectionUtils.findMethod(ClassUtils.getUserClass(beans.getBean(name)), method,
						parameter);
				if (found != null && !found.getDeclaringClass().getName().startsWith("org.springframework.")) {
					names.add(name);
				}
			}
		}
		return switch (names.size()) {
			case 0 -> "";
			case 1 -> "bean " + names.get(0);
			default -> "beans " + String.join(", ", names);
		};
	}

	/**
	 * Leaves out what several mappings of an application share.
	 * @param all configuration, with repetitions
	 * @return the same in its order, each configuration of a pattern once
	 */
	public static List<OtherCors> distinct(List<OtherCors> all) {
		List<OtherCors> distinct = new ArrayList<>();
		for (OtherCors other : all) {
			if (distinct.stream()
				.noneMatch((seen) -> seen.pattern().equals(other.pattern())
						&& seen.configuration() == other.configuration())) {
				distinct.add(other);
			}
		}
		return distinct;
	}

}
