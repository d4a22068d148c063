// The process that the test of filling kills: brings the database that it is given up to the end of
// a record, in transactions of a few entries, and prints after each how many entries are in it.
import { writeSync } from "node:fs";
import { replayRecord } from "../../packages/server/src/cli/record.ts";
import { openEmbedded } from "../../packages/server/src/database/embedded.ts";
import { fillDatabase } from "../../packages/server/src/database/fill.ts";
import { lockServer, openServer } from "../../packages/server/src/database/server.ts";

const BATCH_ROWS = 12;

const [, , data, place] = process.argv;
if (data === undefined || place === undefined)
  throw new Error("usage: fill-database.ts DATA PLACE");
const isServer = place.startsWith("postgres:");
const database = isServer ? await openServer(place) : await openEmbedded(place);
if (isServer) await lockServer(database);
const replay = replayRecord(data);
await fillDatabase(database, replay, {
  batchRows: BATCH_ROWS,
  onFilled: (entries) => writeSync(1, `${entries}\n`),
});
await database.close();
