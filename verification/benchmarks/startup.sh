#!/bin/sh
# What a start costs: milliseconds until a small application serves, without and with the
# starter, alternating: as it is, with a CDS archive of its classes, and with Spring's AOT
# processing; and time and memory of 1000 policies of 100 origins each.
#   ROUNDS=11 ./startup.sh
set -eu
cd "$(dirname "$0")"
rounds=${ROUNDS:-11}
(cd ../.. && mvn -B -q -pl verification/benchmarks -am -Dmaven.test.skip=true package)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A CDS archive takes classes out of jars only.
classpath="$(echo target/cors-starter-benchmarks-*.jar):$(cat target/classpath)"
package=io.github.corsstarter.benchmarks.server

start() {
	java -Xmx1g "$@" 1x1 exit | sed -n 's/^port .* after //p'
}

prepare() {
	start -XX:ArchiveClassesAtExit="$work/$1.jsa" -cp "$classpath" $package.BenchmarkServer tomcat "$1" >/dev/null 2>&1
	aot="$work/aot-$1"
	mkdir -p "$aot/sources" "$aot/classes"
	java -cp "$classpath" org.springframework.boot.SpringApplicationAotProcessor $package.BenchmarkServer \
		"$aot/sources" "$aot/classes" "$aot/classes" group artifact tomcat "$1" 1x1 >/dev/null
	find "$aot/sources" -name '*.java' >"$aot/files"
	javac -proc:none -nowarn -cp "$classpath" -d "$aot/classes" @"$aot/files"
}

for filter in none starter; do
	prepare $filter
done
for round in $(seq "$rounds"); do
	for filter in none starter; do
		start -cp "$classpath" $package.BenchmarkServer tomcat $filter >>"$work/plain $filter"
		start -XX:SharedArchiveFile="$work/$filter.jsa" -cp "$classpath" $package.BenchmarkServer tomcat $filter \
			>>"$work/cds $filter"
		start -Dspring.aot.enabled=true -cp "$work/aot-$filter/classes:$classpath" $package.BenchmarkServer tomcat \
			$filter >>"$work/aot $filter"
	done
done
for mode in plain cds aot; do
	for filter in none starter; do
		file="$work/$mode $filter"
		echo "$mode, $filter: $(sort -n "$file" | sed -n "$(((rounds + 1) / 2))p") ms (median of $rounds), least $(sort -n "$file" | head -1) ms"
	done
done
for round in 1 2 3; do
	java -Xmx1g -cp "$classpath" $package.CompileCost 1000x100
done
