#!/bin/sh
# Kills the packaged program under load and looks for every acknowledged submission afterwards.
# Usage: src/test/kill/kill-under-load.sh [rounds] [threads] [seed]; takes about a minute for each round.
# Exit 0: nothing lost; 1: something lost, half done or broken. Ends only the program it has started itself.
set -eu
cd "$(dirname "$0")/../../.."
mvn -q -B -DskipTests package
exec mvn -q -B exec:java -Dexec.classpathScope=test -Dexec.mainClass=cymru.diogelu.kill.KillUnderLoad \
    -Dexec.args="target/diogelu.jar ${1:-20} ${2:-4} ${3:-1}"
