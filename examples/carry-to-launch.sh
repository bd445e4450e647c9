#!/usr/bin/env bash
# Carries a real brief from start to launch and through the retrospective with plain curl calls, each as the person
# whose turn it is.
# Run it next to a Baton that was started with ./mvnw spring-boot:run; the people's passwords lie in ./data.
# Use: examples/carry-to-launch.sh [address]      BATON_PASSWORDS=file for another password file
set -euo pipefail
cd "$(dirname "$0")/.."

baton=${1:-http://localhost:8080}
passwords=${BATON_PASSWORDS:-data/demo-passwords.properties}
key="year-end-drive-$(date +%Y%m%d-%H%M%S)"

password() { sed -n "s/^$1=//p" "$passwords"; }

# call PERSON METHOD PATH [JSON]: prints the answer; a refusal ends the script with the sentence that says why.
call() {
  local person=$1 method=$2 path=$3 answer status
  shift 3
  answer=$(curl -sS -u "$person:$(password "$person")" -X "$method" "$baton$path" -w '\n%{http_code}' \
    ${1:+-H 'Content-Type: application/json' --data "$1"})
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  if [ "$status" -ge 400 ]; then
    echo "$person $method $path: $status $answer" >&2
    exit 1
  fi
  printf '%s' "$answer"
}

# complete PERSON TASK [VARIABLES]: finds the open task by its id in the diagram, takes it and submits its form.
complete() {
  local person=$1 node=$2 variables=${3:-}
  local found task
  found=$(call "$person" GET "/engine-rest/task?processInstanceBusinessKey=$key&taskDefinitionKey=$node&maxResults=1")
  task=$(printf '%s' "$found" | sed -n 's/^\[{"id":"\([^"]*\)".*/\1/p')
  [ -n "$task" ] || { echo "No task $node is open for $person: $found" >&2; exit 1; }
  call "$person" POST "/engine-rest/task/$task/claim" "{\"userId\": \"$person\"}"
  call "$person" POST "/engine-rest/task/$task/submit-form" "{\"variables\": {$variables}}"
  echo "$person: $node"
}

text() { printf '"%s": {"value": "%s"}' "$1" "$2"; }
yes() { printf '"%s": {"value": true}' "$1"; }
approved=$(text decision approved)

# The example's dates count from today.
day() { date -d "+$1 days" +%F 2>/dev/null || date -v "+$1d" +%F; }
body=$(sed "s/\"businessKey\": \"[^\"]*\"/\"businessKey\": \"$key\"/" examples/year-end-drive.json)
for days in $(printf '%s' "$body" | grep -o 'TODAY+[0-9]*' | cut -c7- | sort -rnu); do
  body=${body//TODAY+$days/$(day "$days")}
done

call maria POST /api/handoffs "$body" > /dev/null
echo "maria: started $key"

complete maria write_documents
complete tom review_brief "$approved"
complete nora review_quality "$approved"

complete ben receive_handoff "$(text decision clarify), $(text clarificationField strategyBrief.keyMessage), \
  $(text clarificationQuestion 'Does a gift on December 31 count for this year?')"
complete maria answer_clarification "$(text clarificationAnswer 'Yes, the day of the transfer counts.')"
complete ben receive_handoff "$(text decision accepted), $(yes approvalsGiven), $(yes fileNamesConform), \
  $(yes dateWorks), $(text nextStep 'Draw the first ad'), $(text nextStepOwner lena)"
complete ben review_kickoff "$approved"

for share in 25 50 75; do
  complete ben work_quarter "$(text progressAligned yes), $(text progressOnTime yes), \
    \"shareDone\": {\"value\": $share}, $(text workLink https://work.example.org/year-end-drive)"
  complete maria review_progress "$approved"
  [ "$share" != 25 ] || complete maria review_concept "$approved"
  [ "$share" != 75 ] || complete tom review_draft "$approved"
done

complete ben finish_work "$(text workLink https://work.example.org/year-end-drive), \
  $(text expertApplies no), $(text legalNeeded yes)"
complete ben review_self "$approved, $(yes checkedObjective), $(yes checkedMessage), $(yes checkedCriteria), \
  $(yes checkedBoundaries), $(yes checkedDetails)"
complete tom review_strategicFit "$approved"
complete paul review_legal "$(text decision changes), $(text revisionReason accuracy), $(text severity minor), \
  $(text reason 'The email names the match without its last day.')"
complete ben revise_afterLegal "$(text changesMade 'Until December 20 stands next to the match.'), \
  $(text workLink https://work.example.org/year-end-drive-v2)"
complete paul review_legal "$approved"
complete ruth review_finalApproval "$approved"

# write PERSON PACKAGE FILE: changes a package through the API; version 0 says that we saw none.
write() {
  curl -sS -f -o /dev/null -u "$1:$(password "$1")" -X PATCH "$baton/api/handoffs/$key/packages/$2" \
    -H 'Content-Type: application/merge-patch+json' -H 'If-Match: "0"' --data "@$3"
}

write lena launchPackage examples/launch-package.json
complete lena prepare_launch
complete ruth review_preLaunch "$approved, $(yes preflightConfirmed)"

# Nobody reports a launch before its day: this one moves to today.
complete ben launch_campaign "$(text launchReport moved), $(text newLaunchDate "$(day 0)"), $(text reason 'Everything is ready.')"
complete ben launch_campaign "$(text launchReport live)"

# Both sides rate from 1 to 10 without seeing each other's answer; a stakeholder rates the brand.
rating() { printf '"rating": {"type": "Json", "value": "{\\"value\\": %s}"}' "$1"; }
complete maria rate_asSender "$(rating 9)"
complete stefan rate_brand "$(rating 7)"
complete ben rate_asReceiver "$(rating 6)"
write ben retrospective examples/retrospective.json
complete ben hold_retrospective

call ruth GET "/api/handoffs/$key" | grep -o '"status":"[^"]*"\|"outcome":"[^"]*"'
