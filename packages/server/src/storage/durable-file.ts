import { dirname } from "node:path";
import type { Disk } from "../ports.ts";

/**
 * Puts a file in place whole: after a loss of power the name holds the old content or the new one,
 * never a part. The bytes are durable before the name points to them; the caller's promise ends
 * when the name is durable too.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await writeBeside(disk, path, bytes);
  await disk.syncDirectory(dirname(path));
}

/** The same, but the name becomes durable only when the caller syncs the directory. */
export async function writeBeside(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.new`;
  const file = await disk.create(fresh);
  try {
    await file.write(bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await disk.rename(fresh, path);
}
