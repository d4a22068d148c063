import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What `requireTool` of tests/support must find before the Go programs can run. */
export const GO_TOOLS: readonly string[] = ["go", "/usr/share/gocode/src/golang.org/x/mod"];

/** What `requireTool` of tests/support must find before OpenSSL can run. */
export const OPENSSL_TOOLS: readonly string[] = ["openssl"];

/** What an outside program said. */
export type OutsideVerdict = {
  readonly accepted: boolean;
  /** Its output and messages, for the failure of a test. */
  readonly output: string;
};

/**
 * Runs a program to its end. Exit codes 0 and 1 are verdicts.
 *
 * @throws when it did not start, was killed, or ended with another code
 */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { error, status, signal, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  const output = `${stdout}${stderr}`;
  if (status !== 0 && status !== 1) {
    throw new Error(`${program} ended with ${status ?? signal}: ${output}`);
  }
  return { accepted: status === 0, output };
}

const built = new Map<string, string>();
let buildFolder: string | undefined;

/** The path of a Go program of this folder, built once a process. */
function goProgram(name: string): string {
  const known = built.get(name);
  if (known !== undefined) return known;
  if (buildFolder === undefined) {
    const folder = mkdtempSync(join(tmpdir(), "jointfund-go-"));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    buildFolder = folder;
  }
  const binary = join(buildFolder, name);
  const source = join(import.meta.dirname, `${name}.go`);
  // The packages are those of the distribution: nothing is fetched.
  const env = { GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "" };
  const { accepted, output } = run("go", ["build", "-o", binary, source], env);
  if (!accepted) throw new Error(output);
  built.set(name, binary);
  return binary;
}

/**
 * Has Go's note and tlog packages check a published log: signatures, root, tiles, every entry,
 * older sizes. The log and all the cosigners named must have signed the checkpoint.
 *
 * @param directory holds `checkpoint` and `tile/`
 */
export function checkLogWithGo(
  directory: string,
  logVkey: string,
  cosignerVkeys: readonly string[] = [],
): OutsideVerdict {
  return run(goProgram("check-log"), [directory, logVkey, ...cosignerVkeys]);
}

/** Has Go check a proof file for an entry. */
export function checkProofWithGo(
  proofFile: string,
  entryFile: string,
  logVkey: string,
): OutsideVerdict {
  return run(goProgram("check-proof"), [proofFile, entryFile, logVkey]);
}

/** Has OpenSSL check an Ed25519 signature over a message, with the key in PEM. */
export function checkSignatureWithOpenssl(
  publicKeyPem: string,
  message: Uint8Array,
  signature: Uint8Array,
): OutsideVerdict {
  const folder = mkdtempSync(join(tmpdir(), "jointfund-openssl-"));
  try {
    const paths = ["key.pem", "message", "signature"].map((name) => join(folder, name));
    const [key, text, sig] = paths as [string, string, string];
    writeFileSync(key, publicKeyPem);
    writeFileSync(text, message);
    writeFileSync(sig, signature);
    const args = ["-verify", "-pubin", "-inkey", key, "-rawin", "-in", text, "-sigfile", sig];
    return run("openssl", ["pkeyutl", ...args]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
