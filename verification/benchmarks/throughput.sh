#!/bin/sh
# Requests a second of a small application over real sockets: without a CORS filter, with
# one that writes the headers of a granted request and decides nothing, with the starter,
# and with Spring's filter, 100 policies of 10 origins each. They serve in turn, round by
# round, so that other work on the machine meets all of them.
#   ROUNDS=7 SECONDS_EACH=10 ./throughput.sh
# Needs wrk (apt-get install wrk).
set -eu
cd "$(dirname "$0")"
rounds=${ROUNDS:-7}
seconds=${SECONDS_EACH:-10}
(cd ../.. && mvn -B -q -pl verification/benchmarks -am -Dmaven.test.skip=true package)
work=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$work"' EXIT

serve() {
	java -Xmx512m -cp "target/classes:$(cat target/classpath)" \
		io.github.corsstarter.benchmarks.server.BenchmarkServer "$1" "$2" 100x10 >"$work/$1-$2.log" 2>&1 &
	pids="$pids $!"
	port=
	for _ in $(seq 120); do
		sleep 1
		port=$(sed -n 's/^port \([0-9]*\) after.*/\1/p' "$work/$1-$2.log")
		[ -z "$port" ] || break
	done
	[ -n "$port" ] || { cat "$work/$1-$2.log"; exit 1; }
	echo "$port" >"$work/$1-$2.port"
}

# stack, filter, preflight (1 or 0), seconds
load() {
	PREFLIGHT=$3 wrk -t1 -c32 -d"$4s" -s wrk.lua "http://127.0.0.1:$(cat "$work/$1-$2.port")" |
		tee "$work/last" | sed -n 's/^Requests\/sec: *//p'
	if grep -q "Non-2xx" "$work/last" && [ "$2$3" != none1 ]; then
		cat "$work/last" >&2
		exit 1
	fi
}

median() {
	sort -n "$1" | sed -n "$(((rounds + 1) / 2))p"
}

for stack in tomcat netty; do
	pids=
	for filter in none headers starter spring; do
		serve $stack $filter
	done
	for preflight in 0 1; do
		filters=$([ $preflight = 1 ] && echo none starter spring || echo none headers starter spring)
		for filter in $filters; do
			load $stack $filter $preflight "$seconds" >/dev/null
		done
		for round in $(seq "$rounds"); do
			for filter in $filters; do
				load $stack $filter $preflight "$seconds" >>"$work/$stack-$filter-$preflight"
			done
		done
		for filter in $filters; do
			of=$(median "$work/$stack-none-$preflight")
			each=$(median "$work/$stack-$filter-$preflight")
			kind=$([ $preflight = 1 ] && echo preflight || echo GET)
			echo "$stack $kind $filter: $each requests/s, $(echo "$each $of" | awk '{printf "%.2f", $1 / $2}') of none"
		done
	done
	kill $pids
	wait $pids 2>/dev/null || true
done
pids=
