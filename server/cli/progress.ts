/** A progress bar on standard error, drawn only where that is a terminal; `progress(share)` with 1 ends it. */
export function progressBar(what: string): (share: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  let drawn = -1;
  return (share) => {
    const percent = Math.floor(100 * share);
    if (percent === drawn) return;
    drawn = percent;
    const full = Math.round(30 * share);
    process.stderr.write(
      `\r${what} [${'#'.repeat(full)}${'.'.repeat(30 - full)}] ${percent} %${share >= 1 ? '\n' : ''}`,
    );
  };
}
