package io.github.corsstarter.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a constant by the name that users write.
 *
 * @param <E> the type of the constants
 */
class CodeConverter<E extends Enum<E>> implements ITypeConverter<E> {

	private final List<E> constants;

	private final Function<E, String> code;

	CodeConverter(Class<E> type, Function<E, String> code) {
		this.constants = Arrays.asList(type.getEnumConstants());
		this.code = code;
	}

	@Override
	public E convert(String value) {
		return this.constants.stream()
			.filter((constant) -> this.code.apply(constant).equals(value.toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new TypeConversionException("\"" + value + "\" is not one of "
					+ String.join(", ", this.constants.stream().map(this.code).toList())));
	}

}
