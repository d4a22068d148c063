import { jointfund } from "./cli/jointfund.ts";
import { processTerminal } from "./cli/terminal.ts";

// Whoever reads the output may stop reading, as `head` does: that is no failure.
process.stdout.on("error", (failure: NodeJS.ErrnoException) => {
  if (failure.code !== "EPIPE") throw failure;
  process.exit(process.exitCode ?? 0);
});

// Nobody listens to messages any more: the work goes on all the same.
process.stderr.on("error", () => undefined);

process.exitCode = await jointfund(process.argv.slice(2), processTerminal());
