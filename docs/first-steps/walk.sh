# Small words for a walk through a case with curl; read into a shell with: . docs/first-steps/walk.sh
# They need bash or zsh, curl and node. The service and the password of its demonstration people:
DIOGELU=${DIOGELU:-http://127.0.0.1:8080}
PASSWORD=${PASSWORD:-croeso}
STEPS=docs/first-steps

# Who acts, in Cardiff (W06000015).
school=education.W06000015
door=front-door.W06000015
manager=team-manager.W06000015
worker=social-worker.W06000015
police=police-ppu.south-wales-police
health=health-board.cardiff-and-vale

# get WHO PATH: the answer to one question, as JSON.
get() { curl -sS -u "$1:$PASSWORD" -H "Accept-Language: ${TONGUE:-en}" "$DIOGELU/api/v1/$2"; }

# post WHO PATH BODY: sends JSON (@file or text); a refusal is printed and ends in an error.
post() {
  curl -sS --fail-with-body -u "$1:$PASSWORD" -H "Accept-Language: ${TONGUE:-en}" \
    -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%s)-$RANDOM" \
    --data "$3" "$DIOGELU/api/v1/$2"
}

# pick EXPRESSION: reads JSON as `it` and prints what the JavaScript expression makes of it.
pick() {
  node -e 'const it = JSON.parse(require("fs").readFileSync(0, "utf8"));
    const found = eval(process.argv[1]);
    for (const line of [found ?? []].flat()) console.log(line)' "$1"
}

# raise WHO FILE: raises a concern and keeps the reference of its first case in CASE.
raise() {
  opened=$(post "$1" concerns "@$STEPS/$2") \
    || { printf '%s\n' "$opened"; return 1; }
  CASE=$(printf '%s' "$opened" | pick 'it.cases[0].reference')
  echo "$CASE is open"
}

# tasks WHO: what waits for this person in the case.
tasks() { get "$1" "tasks?case=$CASE" | pick 'it.tasks.map(t => `${t.element}  ${t.name}  due ${t.due ?? "-"}${t.breached ? "  OVERDUE" : ""}`)'; }

# submit WHO ELEMENT FILE [ABOUT]: answers this person's open task of that element in the case; where there is one for
# each outside body, the one about that body.
submit() {
  task=$(get "$1" "tasks?case=$CASE" | ELEMENT="$2" ABOUT="$4" pick 'it.tasks.filter(t =>
    t.element === process.env.ELEMENT && (!process.env.ABOUT || t.about === process.env.ABOUT)).map(t => t.id).slice(0, 1)')
  [ -n "$task" ] || { echo "$1 has no open task $2 in $CASE"; return 1; }
  answer=$(post "$1" "tasks/$task/submission" "@$STEPS/$3") || { printf '%s\n' "$answer"; return 1; }
  printf '%s\n' "$answer" | pick '[`done: '"$3"'`].concat(it.ended ? "the case has ended" : it.next.map(n => `   waiting: ${n.name} (${n.group})`))'
}

# clock INSTANT: moves the clock of the demonstration forward; what falls due on the way runs.
clock() { post auditor demo/clock "{\"to\":\"$1\"}" | pick '`it is ${it.now}`'; }

# chronology WHO: the record of the case, a line for each entry; it comes in pages.
chronology() {
  after=0
  while [ -n "$after" ]; do
    page=$(get "$1" "cases/$CASE/chronology?after=$after")
    printf '%s\n' "$page" | pick 'it.entries.map(e => `${e.seq}  ${e.at}  ${e.text}`)'
    after=$(printf '%s\n' "$page" | pick 'it.next')
  done
}

# state WHO: where the case stands and who acts next.
state() { get "$1" "cases/$CASE" | pick '`${it.reference}: ${it.status}, outcome ${it.outcome ?? "not known yet"}. ${it.waiting}`'; }
