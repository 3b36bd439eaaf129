package io.github.corsstarter.autoconfigure.adopt;

import java.lang.reflect.Field;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Reads what Spring's filters and sources were made with and do not tell.
 */
public final class Fields {

	private Fields() {
	}

	/**
	 * Reads the field of a type.
	 * @param <T> the type
	 * @param holder the object that has the field
	 * @param type the type
	 * @return the value, or {@code null} where there is no such field or where it must
	 * not be read
	 */
	public static <T> @Nullable T find(Object holder, Class<T> type) {
		Field field = ReflectionUtils.findField(holder.getClass(), null, type);
		if (field == null) {
			return null;
		}
		try {
			field.setAccessible(true);
			return type.cast(field.get(holder));
		}
		catch (IllegalAccessException | RuntimeException ex) {
			// Spring is a named module that is not opened: the caller says so.
			return null;
		}
	}

}
