#!/bin/sh
# Measures our filters beside Spring's, Tomcat's and an empty one.
#   ./benchmark.sh short     the sizes of the table of ratios, in less than ten minutes
#   ./benchmark.sh sizes     the other two sizes, in five minutes
#   ./benchmark.sh full      all sizes and sides, two forks, about two hours
#   ./benchmark.sh growth    what the chart shows, which it draws
#   ./benchmark.sh rough     as short, by processor time and in one JVM, for a machine that
#                            others work on; rough-growth, too
# Results: target/<form>.csv, and a table on the standard output.
set -eu
cd "$(dirname "$0")"
form=${1:-short}
module=$(pwd)
(cd ../.. && mvn -B -q -pl verification/benchmarks -am -Dmaven.test.skip=true package)
java -cp "$module/target/classes:$(cat target/classpath)" \
	io.github.corsstarter.benchmarks.report.Benchmarks "$form" "$module/target/$form.csv"
case $form in *growth) python3 chart.py "target/$form.csv" target/growth.svg ;; esac
