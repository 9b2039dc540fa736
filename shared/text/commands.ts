/** What is said of commands, in any language: kept a command at a time, said by key. */
import type { Messages } from './say.ts';

type OneCommand = { readonly listed: string; readonly done?: string; readonly can?: string };
export type CommandWords = Readonly<Record<string, OneCommand>>;
/** Words of the same commands and for the same occasions. */
export type SameWords<W> = { readonly [K in keyof W]: { readonly [Occasion in keyof W[K]]: string } };

/** Words by key: `ui.command.<kind>`, `act.<kind>`, `ui.can.<kind>`. */
export const wordsOfCommands = (words: CommandWords): Messages =>
  Object.fromEntries(
    Object.entries(words).flatMap(([kind, { listed, done, can }]) =>
      [
        [`ui.command.${kind}`, listed],
        [`act.${kind}`, done],
        [`ui.can.${kind}`, can],
      ].filter(([, text]) => text !== undefined),
    ),
  );
