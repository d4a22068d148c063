/** What comes of following the record. */
export type RecordNews = "open" | "lost" | "entry";

/** A browser comes back by itself after a broken connection, but gives up on a refusal. */
const AGAIN_MS = 3_000;
const AGAIN_MAX_MS = 30_000;

/** Follows the record over a connection of its own, as long as it takes; returns how to stop. */
export function openEvents(tell: (news: RecordNews) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = AGAIN_MS;
  const open = (): void => {
    const opened = new EventSource("/api/v1/events");
    source = opened;
    opened.addEventListener("entry", () => tell("entry"));
    opened.addEventListener("open", () => {
      wait = AGAIN_MS;
      tell("open");
    });
    opened.addEventListener("error", () => {
      tell("lost");
      if (opened.readyState !== EventSource.CLOSED) return;
      // Something answered that is no stream: the office is starting, or full.
      timer = setTimeout(open, wait * (0.5 + Math.random()));
      wait = Math.min(AGAIN_MAX_MS, wait * 2);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

const NAME = "jointfund.events";

type Message = RecordNews | "how is it?";

/**
 * The same for all windows of a browser over one connection: a browser has no more than six to an
 * office, and a window too many would wait for ever. Where one window closes, another takes over.
 */
export function openSharedEvents(tell: (news: RecordNews) => void): () => void {
  // Only a page that came over TLS, or from this machine, has locks.
  if (!("locks" in navigator)) return openEvents(tell);
  const channel = new BroadcastChannel(NAME);
  const ended = new AbortController();
  let standing: RecordNews | undefined;
  let leads = false;
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data !== "how is it?") tell(data);
    else if (leads && standing !== undefined) channel.postMessage(standing);
  });
  const lead = (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    leads = true;
    const stop = openEvents((news) => {
      if (news !== "entry") standing = news;
      tell(news);
      channel.postMessage(news);
    });
    ended.signal.addEventListener("abort", () => {
      stop();
      resolve();
    });
    return promise;
  };
  channel.postMessage("how is it?");
  navigator.locks.request(NAME, { signal: ended.signal }, lead).catch((failure: unknown) => {
    if (!ended.signal.aborted) throw failure;
  });
  return () => {
    ended.abort();
    channel.close();
  };
}
