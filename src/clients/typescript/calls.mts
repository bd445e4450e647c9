// Makes the calls that docs/integration.md describes with the generated client, and fails where an answer is another.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  Configuration,
  DeploymentsApi,
  EventViewKindEnum,
  HandoffMapApi,
  HandoffsApi,
  PackagesApi,
  ResponseError,
  SpokenDecisionsApi,
  TasksApi,
  TokensApi,
  type Problem,
} from "baton-client";

const [, , basePath] = process.argv;
const passwords = readFileSync(process.env.BATON_PASSWORDS!, "utf8");
const as = (username: string) =>
  new Configuration({ basePath, username, password: passwords.match(new RegExp(`^${username}=(.*)$`, "m"))![1] });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const day = (date?: Date | null) => date?.toISOString().slice(0, 10);

async function refused(call: Promise<unknown>): Promise<{ status: number; problem?: Problem }> {
  const refusal = await call.then(() => assert.fail("This call is to be refused."), (reason) => reason);
  assert.ok(refusal instanceof ResponseError, refusal);
  const body = await refusal.response.text();
  return { status: refusal.response.status, problem: body ? JSON.parse(body) : undefined };
}

const [maria, tom, ruth, olga] = ["maria", "tom", "ruth", "olga"].map(as);
const id = `typescript-${Date.now()}`;

// Tokens for scripts
const tokens = new TokensApi(maria);
const token = await tokens.createToken({
  tokenRequest: { name: "crm-import", roles: ["strategist"], expires: inDays(90) },
});
const script = new HandoffsApi(new Configuration({ basePath, accessToken: token.secret }));
await script.listHandoffs({});
assert.ok((await tokens.listTokens({})).items.some((one) => one.id === token.id));
await tokens.revokeToken({ id: token.id });
assert.equal((await refused(script.listHandoffs({}))).status, 401);

// What there is
const map = new HandoffMapApi(maria);
assert.ok((await map.listModels({})).items.some((model) => model.key === "documentation-first-handoff"));
assert.ok((await map.listContracts({})).items.length > 0);
assert.equal((await map.getContract({ key: "strategy-to-execution" })).key, "strategy-to-execution");
const check = await map.checkPackages({
  key: "strategy-to-creative",
  checkRequest: { complexity: "simple", packages: { creativeBrief: { primaryMessage: "TBD" } } },
});
assert.equal(check.complete, false);

// Start a handoff
const handoffs = new HandoffsApi(maria);
const startRequest = {
  model: "documentation-first-handoff",
  businessKey: id,
  campaign: "Spring launch",
  complexity: "medium",
  executionParty: "internal",
  launchDate: inDays(120),
  team: { strategist: "maria", manager: "tom", creative: "carla" },
  raci: { accountable: "ruth" },
  packages: { strategyBrief: { offer: "Every gift is matched until Friday" } },
} as const;
assert.equal((await handoffs.startHandoffRaw({ startRequest })).raw.status, 201);
assert.equal((await handoffs.startHandoffRaw({ startRequest })).raw.status, 200);

// Where it stands
const read = await handoffs.getHandoffRaw({ id });
assert.equal(day((await read.value()).launchDate), day(startRequest.launchDate));
const ifNoneMatch = read.raw.headers.get("etag")!;
assert.equal((await refused(handoffs.getHandoff({ id, ifNoneMatch }))).status, 304);
assert.ok((await handoffs.listHandoffs({ open: true, sort: "-startedAt" })).items.some((one) => one.id === id));

const changed = await handoffs.changeHandoff({
  id,
  factsRequest: {
    reason: "The venue is free only a week later.",
    launchDate: inDays(127),
    team: { "execution-owner": "ben", creative: null },
  } as object as { reason: string },
});
assert.equal(day(changed.launchDate), day(inDays(127)));
assert.equal(changed.team["execution-owner"], "ben");
assert.equal(changed.team.creative, undefined);

const events = await handoffs.listEvents({ handoff: id, kind: "started,facts-changed" });
assert.deepEqual(
  events.items.map((event) => event.kind),
  [EventViewKindEnum.Started, EventViewKindEnum.FactsChanged],
);
assert.deepEqual((await handoffs.listEvents({ after: events.next, handoff: id, kind: "started" })).items, []);
assert.ok((await handoffs.getJournal({ id, page: 0, size: 50 })).total >= 2);

// Spoken decisions, and moving the deadline of the task that confirms one
const decisions = new SpokenDecisionsApi(maria);
const decision = await decisions.enterDecision({
  id,
  decisionRequest: {
    wording: "We launch without the second teaser email.",
    spokenWith: "tom",
    spokenOn: inDays(-1),
    about: "strategyBrief.offer",
  },
});
assert.equal(decision.state, "entered");
const confirming = (await new TasksApi(tom).listMyTasks({ size: 200 })).items.find((task) => task.handoff === id)!;
const due = new Date(Math.floor(inDays(14).getTime() / 1000) * 1000);
const moved = await new HandoffsApi(ruth).moveDeadline({
  id,
  deadlineRequest: { task: confirming.id, due, reason: "Legal is at a fair until Thursday." },
});
assert.deepEqual(moved.holders.find((holder) => holder.taskId === confirming.id)?.due, due);
await new TasksApi(tom).answerTask({ id: confirming.id, taskAnswer: { answers: { decision: "confirmed" } } });
assert.equal((await decisions.listDecisions({ id })).items[0].state, "confirmed");

// Tasks
const tasks = new TasksApi(maria);
const writing = (await tasks.listMyTasks({ size: 200 })).items.find((task) => task.handoff === id)!;
const asked = await tasks.getTask({ id: writing.id });
const offer = asked.questions.find((question) => question.field === "packages.strategyBrief.offer");
assert.equal(offer?.value, "Every gift is matched until Friday");
const wrong = await refused(tasks.answerTask({ id: writing.id, taskAnswer: { answers: { decison: "approved" } } }));
assert.equal(wrong.status, 400);
assert.ok(wrong.problem?.errors?.some((error) => error.field === "answers.decison"));
await tasks.answerTask({
  id: writing.id,
  taskAnswer: { packages: { strategyBrief: { whyNow: "The year ends" } }, versions: { strategyBrief: 1 } },
});
assert.equal((await refused(tasks.answerTask({ id: writing.id, taskAnswer: {} }))).status, 409);

// Packages
const packages = new PackagesApi(maria);
const name = "strategyBrief";
const brief = await packages.getPackageRaw({ id, name });
const ifMatch = brief.raw.headers.get("etag")!;
assert.equal(ifMatch, '"2"');
const kept = await packages.changePackage({ id, name, ifMatch, requestBody: { whyNow: null } });
assert.deepEqual(kept, { offer: "Every gift is matched until Friday" });
assert.ok((await packages.listPackages({ id })).items.some((one) => one.name === name));
assert.equal((await packages.listVersions({ id, name })).total, 3);
assert.deepEqual((await packages.getVersion({ id, name, version: 3 })).document, kept);
assert.equal((await packages.diffPackage({ id, name, from: 2, to: 3 })).changes.length, 1);

// Stop it
const cancelRequest = { reason: "The client has postponed the campaign." };
assert.equal((await new HandoffsApi(tom).cancelHandoff({ id, cancelRequest })).status, "cancelled");
assert.equal((await refused(new HandoffsApi(tom).cancelHandoff({ id, cancelRequest }))).status, 409);

// Deployments
const deployments = new DeploymentsApi(olga);
const diagram = new File([readFileSync("processes/transfers/transfer.bpmn")], "transfer.bpmn");
assert.equal((await deployments.checkDeployment({ files: [diagram] })).deployable, true);
assert.ok((await deployments.listDeployments({})).items.length > 0);

console.log("All calls made.");
