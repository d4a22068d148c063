import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { assert } from "@jointfund/core/base/assert.ts";
import { addDays, daysBetween, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { openFund } from "../application/open-fund.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import { Verifications } from "../http/audit/verifications.ts";
import { createApp } from "../http/app.ts";
import { LiveRecord } from "../http/live-record.ts";
import type { Office } from "../http/office.ts";
import type { Person } from "../http/person.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";
import { RecordReplay, type RecordView } from "../http/record-replay.ts";
import { OrderRequests } from "../order-desk/order-requests.ts";
import { demonstrationPeople } from "../sign-in/directory.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { seconds } from "./measuring.ts";
import type { Workload } from "./workload.ts";

/** Under which party's officer something is asked; whoever asks for public things is nobody. */
export type Asker = "US" | "AUD" | "citizen" | undefined;

/** An office whose record grows by a statement whenever it is told to. */
export type LongOffice = {
  readonly entries: number;
  readonly state: FundState;
  /** The day half way between the first and the last. */
  readonly halfDay: LocalDate;
  /** One of the last acts. */
  readonly act: string;
  /** Seconds until it answered, and until the thread that reads did. */
  readonly opened: number;
  readonly readable: number;
  /** Asks for the newest where it says so, and answers when all of it is there. */
  readonly ask: (path: string, as: Asker, isNewest: boolean) => Promise<void>;
  readonly grow: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const AS = "X-Bench-As";
const FREELY = { burst: 1e9, perSecond: 1e9 };

const rethrow = (failure: unknown): never => {
  throw failure;
};

/** Opens the office of a record that was written, as `jointfund serve` does: verified. */
export async function openLongOffice(
  data: string,
  workload: Workload,
  calls: number,
): Promise<LongOffice> {
  const start = seconds();
  const clock = new SimulatedClock(workload.instantOf(Math.max(0, calls - 1)));
  const ofThread = { data, assumptions: {}, isDemonstration: true };
  const reader = new ReadingThread(ofThread, rethrow);
  const replay = new RecordReplay();
  const fund = await openFund({
    ...{ data, operator: workload.operator, clock },
    onReplayed(replayed, leaf) {
      replay.take(replayed);
      reader.feed(leaf);
    },
  });
  const record = await LiveRecord.open(fund, replay);
  reader.follow(fund);
  const opened = seconds() - start;
  const office: Office = {
    ...{ fund, record, clock: { now: () => clock.now(), isStanding: true } },
    ...{ logDirectory: join(data, "log"), assumptions: {}, isDemonstration: true },
    published: () => Promise.resolve(undefined),
    orderRequests: await OrderRequests.open(systemDisk, join(data, "order-requests")),
    verifications: new Verifications(() => Promise.reject(new Error("none is started")), rethrow),
  };
  while (!reader.isReading) await setTimeout(20);
  const readable = seconds() - start;
  const people = peopleOf(record.view.state);
  const app = createApp(office, {
    ...{ rates: { reads: FREELY, statements: FREELY }, reader },
    whoAsks: ({ headers }) => Promise.resolve(people.get(headers.get(AS) ?? "")),
  });
  const coming = statementsFrom(workload, clock, calls);
  return {
    ...{ entries: record.size, opened, readable, state: record.view.state },
    halfDay: halfDayOf(record.view),
    act: [...record.view.chronicle.acts.keys()].at(-9) ?? "",
    async ask(path, as, isNewest) {
      const headers: Record<string, string> = isNewest ? { "Cache-Control": "no-cache" } : {};
      if (as !== undefined) headers[AS] = as;
      const response = await app.request(`/api/v1/${path}`, { headers });
      await response.arrayBuffer();
      assert(response.status === 200, `${path} is answered (${response.status})`);
    },
    async grow() {
      const { value } = coming.next();
      const { status } = await fund.submit(value);
      assert(status === "accepted", "the workload is accepted");
      await record.caughtUp();
    },
    async close() {
      await reader.close();
      await fund.close();
    },
  };
}

function halfDayOf({ state: { today }, chronicle }: RecordView): LocalDate {
  const { firstDay = today } = chronicle;
  const day = addDays(firstDay, Math.floor(daysBetween(firstDay, today) / 2));
  return day.ok ? day.value : today;
}

const CITIZEN: Person = {
  ...{ subject: "bench#citizen", name: "citizen", role: "citizen" },
  holding: { feeder: "feeder-us", holder: "nobody-yet" },
};

/** One officer of each party, and a citizen. */
function peopleOf(state: FundState): ReadonlyMap<string, Person> {
  const officers = demonstrationPeople(state)
    .toReversed()
    .map(({ person }) => [person.party ?? "", person] as const);
  return new Map([...officers, ["citizen", CITIZEN]]);
}

/** What comes in after the record: the statements of the next calls, one by one. */
function* statementsFrom(
  workload: Workload,
  clock: SimulatedClock,
  calls: number,
): Generator<Uint8Array, never> {
  for (let n = calls; ; n++) {
    clock.set(workload.instantOf(n));
    yield* workload.cycle(n);
  }
}
