#!/bin/sh
# Kills the packaged program under load and looks for every acknowledged submission afterwards.
# Usage: src/test/kill/kill-under-load.sh [rounds] [threads] [seed] [option of the program ...]
# Exit 0: nothing lost; 1: something lost, half done or broken. Ends only the program it has started itself.
set -eu
cd "$(dirname "$0")/../../.."
rounds=${1:-20} threads=${2:-4} seed=${3:-1}
[ $# -le 3 ] && shift $# || shift 3
mvn -q -B -DskipTests package
exec mvn -q -B org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test \
    -Dexec.mainClass=cymru.diogelu.kill.KillUnderLoad -Dexec.args="target/diogelu.jar $rounds $threads $seed $*"
