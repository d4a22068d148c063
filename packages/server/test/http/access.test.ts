/** Who may see and do what: every role, every request, every act, every field about a person. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { decideTentatively } from "@jointfund/core/fund/decide.ts";
import { indexOf } from "@jointfund/core/governance/charter-index.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { actPowersOf, ASKERS, statusFor, type Asker } from "../../src/http/access-table.ts";
import { presentOf } from "../../src/http/desk/present.ts";
import { openRecord } from "../../src/cli/record.ts";
import type { Route } from "../../src/http/route.ts";
import { ROUTES } from "../../src/http/routes/index.ts";
import { demonstrationPeople } from "../../src/sign-in/directory.ts";
import type { PersonEntry, ProviderEntry } from "../../src/sign-in/office-schema.ts";
import {
  FOREIGN_CLIENT,
  openForeignProvider,
  signInWith,
  type ForeignProvider,
} from "./foreign-provider.ts";
import { serveData, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { browse, CookieJar } from "../../../../tests/support/signed-in.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { temporaryDirectory } from "../../../../tests/support/played-data.ts";

type Somebody = {
  readonly asker: Asker;
  readonly jar: CookieJar;
  /** What nobody else's answers may hold: name and subject, and of a citizen their holder id. */
  readonly marks: readonly string[];
  readonly holder?: string;
  readonly party?: string;
};

let foreign: ForeignProvider;
let served: ServedOffice;
let state: FundState;
const people: Somebody[] = [{ asker: "nobody", jar: new CookieJar(), marks: [] }];

/** Everybody of the demonstration, as people of a provider with names that are found anywhere. */
function entriesOf(of: FundState): readonly PersonEntry[] {
  const byKind = new Map<string, PersonEntry>();
  for (const { person } of demonstrationPeople(of)) {
    const { role, party, officer, holding } = person;
    const key = party ?? `${holding?.feeder}/${holding?.holder}`;
    if (byKind.has(key)) continue;
    const own = { subject: `mark-s-${byKind.size}-x`, name: `Mark N ${byKind.size} x` };
    byKind.set(
      key,
      role === "citizen"
        ? { ...own, role, holding: holding! }
        : { ...own, role, party: party!, officer: officer! },
    );
  }
  return [...byKind.values()];
}

before(async () => {
  const data = temporaryDirectory();
  await copyPlayed("us-japan", data);
  ({ state } = openRecord(data));
  foreign = await openForeignProvider("http://localhost/session/return");
  const secret = { from: "environment", name: "unused" } as const;
  const entry: ProviderEntry = {
    id: "everybody",
    name: { en: "Everybody", ja: "全員" },
    issuer: foreign.issuer,
    client: {
      id: FOREIGN_CLIENT.id,
      authentication: { method: "client_secret_basic", secret },
    },
    people: entriesOf(state),
  };
  const proof = { method: "client_secret_basic", secret: FOREIGN_CLIENT.secret } as const;
  served = await serveData(data, { signIn: { providers: [{ entry, proof }] } });
  for (const { subject, name, ...rest } of entry.people) {
    const jar = await signInWith(served, { provider: "everybody", foreign }, subject);
    const of = "holding" in rest ? { holder: rest.holding.holder } : { party: rest.party };
    people.push({ asker: rest.role, jar, marks: [subject, name], ...of });
  }
});

after(async () => {
  await served.close();
  await foreign.close();
});

/** What may stand in the place of an address so that there is an answer. */
function candidates(name: string): readonly string[] {
  const { chronicle } = served.office.record.view;
  const partner = state.charter.parties.find(({ kind }) => kind === "partner")?.id ?? "x";
  const known: Readonly<Record<string, readonly string[]>> = {
    id: [[...chronicle.acts.keys()].at(-1)!, [...state.investments.keys()][0]!, "0"],
    ...{ index: ["3"], cell: ["net-assets"], type: ["capital.call"], code: ["not_found"] },
    ...{ party: [partner], path: ["checkpoint"], name: ["operations", "waivers"] },
  };
  return known[name] ?? ["x"];
}

function addressesOf(route: Route): readonly string[] {
  const { path } = route;
  const [, name] = /\{([a-z]+)\}/.exec(path) ?? [];
  const query = neededQuery(route);
  if (name === undefined) return [path + query];
  return candidates(name).map((value) => path.replace(`{${name}}`, value) + query);
}

/** What a file has to be asked with. */
const neededQuery = ({ querySchema }: Route): string =>
  Object.hasOwn(querySchema.fields, "format") ? "?format=csv" : "";

async function ask({ method }: Route, address: string, jar: CookieJar) {
  const init =
    method === "get"
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
          body: "{}",
        };
  const response = await browse(served, jar.copy(), address, init);
  const type = response.headers.get("Content-Type") ?? "";
  if (type.startsWith("text/event-stream")) {
    await response.body?.cancel();
    return { status: response.status, text: "", code: undefined };
  }
  const text = await response.text();
  const isProblem = type.startsWith("application/problem");
  const code = isProblem ? (JSON.parse(text) as { readonly code: string }).code : undefined;
  return { status: response.status, text, code };
}

/** Two of each role: each of them asks for everything. */
const walkers = (): readonly Somebody[] =>
  ASKERS.flatMap((asker) => people.filter((each) => each.asker === asker).slice(0, 2));

/** Whoever signs out is not there any more for what comes after. */
const walked = ROUTES.filter(({ id }) => id !== "endSession");

describe("who may see and do what", () => {
  test("everybody is there: officers, auditors, partners and citizens of each country", () => {
    const askers = new Set(people.map(({ asker }) => asker));
    assert.deepEqual(askers, new Set(ASKERS));
    const feeders = state.charter.vehicles.filter(({ kind }) => kind === "feeder");
    const holders = people.filter(({ holder }) => holder !== undefined);
    assert.ok(holders.length >= feeders.length && feeders.length >= 2);
  });

  test("[H4] every role and request: 401 and 403 where the table says, nowhere else", async () => {
    for (const route of walked) {
      for (const { asker, jar } of walkers()) {
        const [address] = addressesOf(route);
        const { status, code } = await ask(route, address!, jar);
        const wanted = statusFor(route.access, asker);
        const said = `${route.method} ${address} as ${asker}: ${status} ${code}`;
        assert.equal(code === "sign_in_required", wanted === 401, said);
        assert.equal(code === "not_allowed", wanted === 403, said);
        if (wanted !== 200) assert.equal(status, wanted, said);
        assert.ok(status < 500, said);
      }
    }
  });

  test("[H44] [H47] no answer holds anything about another person", async () => {
    const marks = people.flatMap((person) => person.marks);
    for (const route of walked.filter(({ method }) => method === "get")) {
      const addresses = addressesOf(route);
      for (const address of addresses) {
        for (const { jar, marks: own, holder } of walkers()) {
          const { text } = await ask(route, address, jar);
          const found = marks.filter((mark) => text.includes(mark));
          const allowed = route.id === "getSession" ? own : [];
          assert.deepEqual(found, allowed, address);
          if (route.scope !== "holding") continue;
          const others = people.filter((other) => other.holder !== holder);
          for (const { holder: other } of others) {
            if (other !== undefined) assert.ok(!text.includes(`"${other}"`), address);
          }
        }
      }
    }
  });

  test("[H47] what is for anyone is the same for all", async () => {
    const open = walked.filter(
      ({ method, access, scope }) => method === "get" && access === "anyone" && scope === undefined,
    );
    for (const route of open) {
      const [address] = addressesOf(route);
      const answers = new Set<string>();
      for (const { jar } of walkers()) answers.add((await ask(route, address!, jar)).text);
      assert.equal(answers.size, 1, address!);
    }
  });

  test("[H47] what is a party's is told to its own people and the auditor alone", async () => {
    const partners = state.charter.parties.filter(({ kind }) => kind === "partner");
    assert.ok(partners.length >= 2);
    for (const route of walked.filter(({ scope }) => scope === "party")) {
      for (const { id } of partners) {
        const path = route.path.replace("{party}", id).replace("{figure}", "paidIn");
        const address = path + neededQuery(route);
        for (const { asker, jar, party } of people) {
          if (statusFor(route.access, asker) !== 200) continue;
          const { code } = await ask(route, address, jar);
          const isTold = asker === "auditor" || party === id;
          assert.equal(code === "not_yours", !isTold, `${address} as ${party}`);
        }
      }
    }
  });

  test("[G10] every party and act on record: who may not propose it is refused for that", () => {
    const { view, context } = presentOf(served.office);
    const { charter } = view.state;
    const officers = new Map(
      [...view.state.officers.values()].map((officer) => [officer.party, officer]),
    );
    const seen = new Set<string>();
    let asked = 0;
    for (const recorded of view.chronicle.acts.values()) {
      if (seen.has(recorded.act.type) || !Object.hasOwn(charter.acts, recorded.act.type)) continue;
      seen.add(recorded.act.type);
      for (const [party, officer] of officers) {
        const code = refusalOf(view.state, recorded.act, officer.id, context);
        const table = actPowersOf(charter, { party, officer: officer.id });
        const mayPropose = table.find(({ type }) => type === recorded.act.type)!.powers.proposes;
        // What comes before the question of who proposes tells nothing about it.
        if (BEFORE_PROPOSER.has(code)) continue;
        asked++;
        const said = `${recorded.act.type} by ${party}: ${code}`;
        assert.equal(code === "not_entitled_to_propose", !mayPropose, said);
      }
    }
    assert.ok(seen.size >= 40 && asked >= 500, `${seen.size} types, ${asked} asked`);
  });

  test("[H40] citizens, and those without a key, may do nothing on any act", () => {
    const { charter } = state;
    assert.deepEqual(actPowersOf(charter, {}), []);
    assert.deepEqual(actPowersOf(charter, { party: "US" }), []);
    const types = Object.keys(charter.acts).length;
    for (const { id, party } of state.officers.values()) {
      assert.equal(actPowersOf(charter, { party, officer: id }).length, types);
      assert.ok(indexOf(charter).parties.has(party));
    }
  });
});

const BEFORE_PROPOSER: ReadonlySet<string | undefined> = new Set([
  ...["act_type_unknown", "body_malformed", "already_recorded"],
]);

/** Why an officer may not put an act on record that somebody did before, if they may not. */
function refusalOf(
  of: FundState,
  { idempotencyKey: _key, ...act }: Act,
  proposer: string,
  context: Parameters<typeof decideTentatively>[2],
): string | undefined {
  const { charter } = of;
  const kind = charter.acts[act.type]!.nature === "fact" ? "fact" : "proposal";
  const changed = { ...act, proposer, charterVersion: charter.version, reason: "Asked again" };
  const decided = decideTentatively(of, { kind, fund: charter.id, act: changed }, context);
  return decided.ok ? undefined : decided.error.code;
}
