import { useEffect, useRef, useState } from 'preact/hooks';
import { insistOnPart } from '../../insist.ts';
import { openPicked } from '../../model.ts';
import { tableModel } from '../../table/model.ts';
import type { Table } from '../../table/table.ts';
import { language, say, t } from '../../text.ts';
import { useRoom, useView } from '../frame/room.tsx';
import { lessMotion } from '../parts/less-motion.ts';
import { DataTable } from '../parts/parts.tsx';
import { valueLabel } from './dials.ts';

/** The negotiation table: a canvas for the eye, and the same as a DOM table for everyone. */
export function TableStage() {
  const { model } = useRoom();
  const view = useView();
  const host = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState<Table | null>(null);
  const [cardless, setCardless] = useState(false);
  useEffect(() => {
    let gone = false;
    let made: Table | null = null;
    void insistOnPart(() => import('../../table/table.ts')).then(({ createTable }) => {
      if (gone || !host.current) return;
      made = createTable(host.current, {
        reducedMotion: lessMotion(),
        cardless,
        onCardGone: () => setCardless(true),
      });
      made.onPick((what) => openPicked(model, what));
      setTable(made);
    });
    return () => {
      gone = true;
      made?.destroy();
    };
  }, [model, cardless]);
  const spoken = language.value;
  useEffect(() => table?.update(tableModel(view, say, lessMotion())), [table, view, spoken]);
  return (
    <>
      <div class="canvas-host" ref={host} aria-hidden="true" />
      <div class="unseen">
        <DataTable
          caption={t('table.caption')}
          head={[t('table.dial'), ...view.seats.map((s) => say(s.name))]}
          rows={view.dials.map((dial) => [
            say(dial.label),
            ...view.seats.map((s) => {
              const value = s.positions[dial.dial];
              return value === undefined ? t('table.unsaid') : valueLabel(view, dial.dial, value);
            }),
          ])}
        />
      </div>
    </>
  );
}
