/** The scenario file is whole, and its seats own the satellites that its briefs say. */
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { builtInScenarios } from '../../server/games/scenarios.ts';
import { asReadNow } from '../../shared/scenarios/gone.ts';
import { readScenario } from '../../shared/scenarios/read.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';

const firstTest = (): Scenario => builtInScenarios().get('first-test')!;

type Row = { noradId: string; ownerCode: string; operationalStatus: string; program: string };
const catalogue = parseCsv<Row>(
  readFileSync(new URL(`../../shared/data/${firstTest().sky.file}`, import.meta.url), 'utf8'),
  { columns: true },
);

describe('First test', () => {
  test('reads without a fault', () => {
    expect(readScenario(firstTest())).not.toHaveProperty('faults');
  });

  test('seats own the active satellites of the catalogue, by programme before owner', () => {
    const { seats } = firstTest();
    const count: Record<string, number> = {};
    for (const row of catalogue) {
      if (row.operationalStatus !== 'ACTIVE') continue;
      const seat =
        seats.find((s) => s.fleets.some((fleet) => row.program.startsWith(fleet))) ??
        seats.find((s) => s.owners.includes(row.ownerCode));
      if (seat) count[seat.id] = (count[seat.id] ?? 0) + 1;
    }
    // Tolerance 1 %: the European figure depends on which agencies are counted in.
    const expected = { US: 1005, CN: 962, RU: 302, IN: 73, EU: 467, OP: 8169 };
    for (const [seat, active] of Object.entries(expected))
      expect(Math.abs(count[seat]! - active), `${seat}: ${count[seat]} active`).toBeLessThanOrEqual(active * 0.01);
  });

  test('every state that can test has its tests, vote, declaration and treaty line on record', () => {
    for (const { id, strike, brief } of firstTest().seats)
      if (strike)
        for (const kind of ['test', 'vote', 'pledge', 'treaty'])
          expect(brief.record, `${id} ${kind}`).toContain(`brief.${id}.${kind}`);
  });

  test('what is on record or alleged of a state names where it is from, and when that was', () => {
    const s = firstTest();
    for (const language of s.languages)
      for (const { id, kind, brief } of s.seats)
        for (const key of [...brief.record, ...brief.alleged]) {
          const text = s.names.real[language]![key] ?? s.text[language]![key]!;
          if (key === 'asOf' || kind === 'operator') continue;
          expect(text, `${id} ${key} ${language}`).toMatch(/\(.*(\b(19|20)\d\d\b|\d\/20\d\d|Catalogue).*\)\.?$/u);
        }
  });

  test('history has every destructive test of a satellite on record, and positions say as of when', () => {
    const ids = firstTest().history.map((h) => h.id);
    expect(ids).toEqual(expect.arrayContaining(['1985', '2007', '2008', '2019', '2021', 'asOf']));
    for (const { brief, kind } of firstTest().seats) if (kind !== 'operator') expect(brief.record).toContain('asOf');
    for (const { id, source } of firstTest().history) expect(source, id).toMatch(/\b(19|20)\d\d\b/);
  });

  test('every object it names is in the catalogue', () => {
    const s = firstTest();
    const known = new Set(catalogue.map((row) => Number(row.noradId)));
    const named = [
      ...s.seats.flatMap((seat) => (seat.targets ? [seat.targets.mid, seat.targets.high] : [])),
      ...s.injects.flatMap((i) => (i.effect.kind === 'breakup' ? i.effect.candidates.map((c) => c.object) : [])),
      ...s.fund.removes,
    ];
    expect(named).toHaveLength(16);
    for (const object of named) {
      expect(known.has(object), `object ${object}`).toBe(true);
      for (const mode of ['real', 'fictional'] as const)
        expect(s.names[mode].en![`object.${object}`], `${mode} name of ${object}`).toBeTruthy();
    }
  });

  test('the phases fill 27 min 30 s: four turns and the epilogue', () => {
    const { seconds, turns } = firstTest();
    const turn = seconds.briefing + seconds.negotiation + seconds.seal + seconds.resolution;
    const last = turn - seconds.negotiation + seconds.lastNegotiation!;
    expect((turns - 1) * turn + last + seconds.epilogue).toBe(1650);
    expect(seconds.playMax).toBe(1650);
  });

  test('a fault is named with its field', () => {
    const broken = structuredClone(firstTest()) as { seats: { objectives: { weight: number }[] }[]; surprise?: number };
    broken.seats[0]!.objectives[0]!.weight = 41;
    expect(readScenario(broken)).toEqual({
      faults: [{ path: ['seats', 0, 'objectives'], reason: 'weights add up to 101, not 100' }],
    });
    broken.surprise = 1;
    const result = readScenario(broken);
    expect('faults' in result && result.faults[0]!.path).toEqual(['surprise']);
  });

  test('an order that no rule knows, and what a dial cannot mean, are faults', () => {
    const broken = structuredClone(firstTest());
    const { road: _, ...others } = broken.paper.dials;
    const named = readScenario({
      ...broken,
      orders: [...broken.orders, 'lunch'],
      paper: { ...broken.paper, dials: { ...others, N01: [null, 400], lead: ['US', 'OP'] } },
    });
    expect('faults' in named && named.faults.slice(0, 4)).toEqual([
      { path: ['orders', broken.orders.length], reason: 'there is no order lunch' },
      { path: ['paper', 'dials', 'road'], reason: 'is missing' },
      { path: ['paper', 'dials', 'N01', 1], reason: 'the clause has no 400' },
      { path: ['paper', 'dials', 'lead', 1], reason: 'OP is no state' },
    ]);
  });

  test('what older games stored of it and no rule read is left out, and nothing else', () => {
    const now = firstTest();
    const stored = {
      ...now,
      slots: { programme: 2, security: 1 },
      seats: now.seats.map((seat) => ({ ...seat, votes: 1, licensedBy: null })),
      injects: now.injects.map((inject) => ({
        ...inject,
        phase: 'briefing',
        ...(inject.id === 'signing-day' ? { effect: { kind: 'outlook' } } : {}),
      })),
      forums: now.forums.map(({ rule: _, ...forum }) => forum),
      fund: { ...now.fund, opensTurn: 3 },
    };
    expect(readScenario(stored)).toHaveProperty('faults');
    expect(readScenario(asReadNow(stored))).toEqual({ scenario: now });
    expect(asReadNow(now)).toEqual(now);
    for (const odd of [null, 7, { seats: null, injects: [null], fund: [] }]) expect(() => asReadNow(odd)).not.toThrow();
  });

  test('no fictional text names a real state', () => {
    const s = firstTest();
    const words = { ...s.text.en, ...s.names.fictional.en };
    for (const [key, text] of Object.entries(words))
      expect(text, key).not.toMatch(/United States|China|Chinese|Russia|India|Europe(?!an regulator)/);
  });

  test('the card of signing day tells the conduct that the next 25 years assume', () => {
    const scenario = firstTest();
    const { unboundTestYears, boundWithoutPoolYears, boundWithPoolYears } = scenario.epilogue;
    for (const language of scenario.languages)
      expect(scenario.text[language]!['inject.signing-day']!.match(/\d+/g)!.map(Number)).toEqual([
        scenario.epilogueYears,
        unboundTestYears,
        boundWithoutPoolYears,
        boundWithPoolYears,
      ]);
  });
});
