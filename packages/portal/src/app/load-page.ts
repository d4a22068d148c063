import { Unreachable } from "../api/client.ts";

/** Whether the office is there. */
async function isAnswering(): Promise<boolean> {
  try {
    await fetch("/seal.svg", { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}

/**
 * Loads what a page is made of. Where the office is away, that is what is told. Where it is there
 * but has been built anew, the old part is gone for good: the router then loads all of it again.
 */
export async function loadPage<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (failure) {
    if (await isAnswering()) throw failure;
    throw new Unreachable(failure);
  }
}
