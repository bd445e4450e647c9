// Carries a real brief from start to launch and through the retrospective with the client that is generated from
// docs/openapi.json, each task as the person whose turn it is.
// Use: ./mvnw -Pclients test-compile      generates the client and compiles this file; wants Node 20.19 and npm
//      node target/clients/examples/carry-to-launch.mjs [address]      BATON_PASSWORDS=file for another password file
import { readFileSync } from "node:fs";
import { Configuration, HandoffsApi, ResponseError, StartRequestFromJSON, TasksApi, type TaskAnswer } from "baton-client";

const address = process.argv[2] ?? "http://localhost:8080";
const passwords = readFileSync(process.env.BATON_PASSWORDS ?? "data/demo-passwords.properties", "utf8");
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv"); // as 2027-11-30
const example = (file: string) =>
  JSON.parse(readFileSync(`examples/${file}`, "utf8").replace(/TODAY\+(\d+)/g, (_, days) => day(Number(days))));

function as(person: string): Configuration {
  const password = passwords.match(new RegExp(`^${person}=(.*)$`, "m"))?.[1];
  return new Configuration({ basePath: address, username: person, password });
}

/** Answers the open task of this handoff that has this id in the diagram; a refusal names every field that is wrong. */
async function complete(person: string, node: string, answer: TaskAnswer = {}) {
  const tasks = new TasksApi(as(person));
  const { items } = await tasks.listMyTasks({ size: 200 });
  const task = items.find((open) => open.handoff === handoff && open.node === node);
  if (!task) {
    throw new Error(`No task ${node} is open for ${person}.`);
  }
  const { questions } = await tasks.getTask({ id: task.id });
  await tasks.answerTask({ id: task.id, taskAnswer: answer }).catch(async (refused) => {
    throw refused instanceof ResponseError ? new Error(`${person}, ${node}: ${await refused.response.text()}`) : refused;
  });
  console.log(`${person}: ${task.name} (${questions.filter((asked) => asked.required).length} required answers)`);
}

const approved = { answers: { decision: "approved" } };
const work = { workLink: "https://work.example.org/year-end-drive" };

// Whoever is in the team is assigned; a stakeholder answers what is assigned, and takes what is offered first.
const brief = example("year-end-drive.json");
const team = { ...brief.team, stakeholder: "stefan" };
const start = { ...brief, businessKey: `year-end-drive-${Date.now()}`, team };
const { id: handoff } = await new HandoffsApi(as("maria")).startHandoff({ startRequest: StartRequestFromJSON(start) });
console.log(`maria: started ${handoff}`);

await complete("maria", "write_documents");
await complete("tom", "review_brief", approved);
await complete("nora", "review_quality", approved);

await complete("ben", "receive_handoff", {
  answers: {
    decision: "clarify",
    clarificationField: "strategyBrief.keyMessage",
    clarificationQuestion: "Does a gift on December 31 count for this year?",
  },
});
await complete("maria", "answer_clarification", { answers: { clarificationAnswer: "Yes, the day of the transfer counts." } });
await complete("ben", "receive_handoff", {
  answers: {
    decision: "accepted",
    approvalsGiven: true,
    fileNamesConform: true,
    dateWorks: true,
    nextStep: "Draw the first ad",
    nextStepOwner: "lena",
  },
});
await complete("ben", "review_kickoff", approved);

for (const shareDone of [25, 50, 75]) {
  await complete("ben", "work_quarter", { answers: { progressAligned: "yes", progressOnTime: "yes", shareDone, ...work } });
  await complete("maria", "review_progress", approved);
  if (shareDone === 25) await complete("maria", "review_concept", approved);
  if (shareDone === 75) await complete("tom", "review_draft", approved);
}

await complete("ben", "finish_work", { answers: { expertApplies: "no", legalNeeded: "yes", ...work } });
await complete("ben", "review_self", {
  answers: {
    decision: "approved",
    checkedObjective: true,
    checkedMessage: true,
    checkedCriteria: true,
    checkedBoundaries: true,
    checkedDetails: true,
  },
});
await complete("tom", "review_strategicFit", approved);
await complete("paul", "review_legal", {
  answers: {
    decision: "changes",
    revisionReason: "accuracy",
    severity: "minor",
    reason: "The email names the match without its last day.",
  },
});
await complete("ben", "revise_afterLegal", {
  answers: { changesMade: "Until December 20 stands next to the match.", workLink: `${work.workLink}-v2` },
});
await complete("paul", "review_legal", approved);
await complete("ruth", "review_finalApproval", approved);

await complete("lena", "prepare_launch", { packages: { launchPackage: example("launch-package.json") } });
await complete("ruth", "review_preLaunch", { answers: { decision: "approved", preflightConfirmed: true } });

// Nobody reports a launch before its day: this one moves to today.
await complete("ben", "launch_campaign", {
  answers: { launchReport: "moved", newLaunchDate: day(0), reason: "Everything is ready." },
});
await complete("ben", "launch_campaign", { answers: { launchReport: "live" } });

// Both sides rate from 1 to 10 without seeing each other's answer; a stakeholder rates the brand.
await complete("maria", "rate_asSender", { answers: { rating: { value: 9 } } });
await complete("stefan", "rate_brand", { answers: { rating: { value: 7 } } });
await complete("ben", "rate_asReceiver", { answers: { rating: { value: 6 } } });
await complete("ben", "hold_retrospective", { packages: { retrospective: example("retrospective.json") } });

const { status, outcome } = await new HandoffsApi(as("ruth")).getHandoff({ id: handoff });
console.log(`${status}: ${outcome}`);
