#!/bin/sh
# Measures our filters beside Spring's, Tomcat's and an empty one.
#   ./benchmark.sh short     the sizes of the table of ratios, in less than ten minutes
#   ./benchmark.sh sizes     the other two sizes, in five minutes
#   ./benchmark.sh full      all sizes and sides, two forks, about two hours
#   ./benchmark.sh growth    what the chart shows, which it draws
#   ./benchmark.sh rough     as short, by processor time and in one JVM, for a machine that
#                            others work on; rough-growth, too
#   ./benchmark.sh floor     our servlet filter beside the least that one can do, in turn, a
#                            fresh JVM a case, in a minute; prints only
# Results: target/<form>.csv, and a table on the standard output.
set -eu
cd "$(dirname "$0")"
form=${1:-short}
module=$(pwd)
(cd ../.. && mvn -B -q -pl verification/benchmarks -am -Dmaven.test.skip=true package)
measure() {
	java -cp "$module/target/classes:$(cat target/classpath)" \
		io.github.corsstarter.benchmarks.report.Benchmarks "$form" "$1"
}
if [ "$form" = floor ]; then
	for kind in NO_POLICY NO_ORIGIN ACTUAL_GRANTED ACTUAL_REFUSED PREFLIGHT_GRANTED PREFLIGHT_REFUSED; do
		measure "$kind"
	done
	exit
fi
measure "$module/target/$form.csv"
case $form in *growth) python3 chart.py "target/$form.csv" target/growth.svg ;; esac
