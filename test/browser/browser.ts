/** Chromium without a screen, and windows in it that note every error of the page. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';

/** Debian's own; `CHROMIUM` names another. */
export const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const FLAGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  // WebGL in software, so that the map is drawn on machines without a graphics card.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Pages are put together by the processor: in software, WebGL takes ten times as long for it.
  '--disable-gpu-compositing',
];
/** What a window waits for anything: the library's own half minute is short where others use the machine, too. */
const LONGEST_WAIT_MS = 120_000;

export const WIDE = { width: 1280, height: 800 } as const;
export const NARROW = { width: 390, height: 844 } as const;

/** One person's window: an own context, so nothing is shared with the others. */
export type Window = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the page complained of: errors of scripts, of the console, of the content security policy */
  readonly errors: string[];
};

/** The windows wait as long as a busy machine may need. */
export function patient(context: BrowserContext): BrowserContext {
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  return context;
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });

/** A window of a size. Pages ask for less motion, so that what stands still is not drawn again and again in software. */
export async function openWindow(
  browser: Browser,
  at: string,
  size: { readonly width: number; readonly height: number } = WIDE,
): Promise<Window> {
  const context = patient(await browser.newContext({ baseURL: at, viewport: size, reducedMotion: 'reduce' }));
  const errors: string[] = [];
  const page = await context.newPage();
  watch(page, errors);
  return { page, context, errors };
}

/** Another tab of the same person. */
export async function openTab(window: Window): Promise<Page> {
  const page = await window.context.newPage();
  watch(page, window.errors);
  return page;
}

export function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()} (${message.location().url})`);
  });
}
