/** By this the window in which somebody signs in tells the others that it is done. */
const CHANNEL = "jointfund.sign-in";

/** Tells the other windows of the office that somebody has signed in or out. */
export function tellOthers(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("changed");
  channel.close();
}

/** Calls when somebody has signed in or out in another window; returns how to stop. */
export function onOthers(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", listener);
  return () => channel.close();
}
