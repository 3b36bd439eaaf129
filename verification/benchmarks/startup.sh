#!/bin/sh
# What a start costs: milliseconds until a small application serves, without and with the
# starter, alternating; and time and memory of 1000 policies of 100 origins each.
#   ROUNDS=11 ./startup.sh
set -eu
cd "$(dirname "$0")"
rounds=${ROUNDS:-11}
(cd ../.. && mvn -B -q -pl verification/benchmarks -am -Dmaven.test.skip=true package)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() {
	java -Xmx1g -cp "target/classes:$(cat target/classpath)" "io.github.corsstarter.benchmarks.server.$@"
}

for round in $(seq "$rounds"); do
	for filter in none starter; do
		run BenchmarkServer tomcat $filter 1x1 exit | sed -n 's/^port .* after //p' >>"$work/$filter"
	done
done
for filter in none starter; do
	echo "$filter: $(sort -n "$work/$filter" | sed -n "$(((rounds + 1) / 2))p") ms (median of $rounds), least $(sort -n "$work/$filter" | head -1) ms"
done
for round in 1 2 3; do
	run CompileCost 1000x100
done
