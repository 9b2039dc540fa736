import { useState } from 'preact/hooks';
import { SKY_VIEWS } from '../../../shared/game/roles.ts';
import type { Refusal } from '../../../shared/vocabulary/index.ts';
import { addressOf } from '../../address.ts';
import { t } from '../../text.ts';
import { DebriefSteps, GoBack, skyFirst } from '../debrief/debrief-steps.tsx';
import { ExportButton } from '../debrief/keep.tsx';
import { OpenWall } from '../door/lobby.tsx';
import { CodeCard } from '../door/way-in.tsx';
import { HaltedCard } from '../frame/halted.tsx';
import { Act, useRoom, useView } from '../frame/room.tsx';
import { Choice } from '../parts/inputs.tsx';
import { PanelFrame, Refused } from '../parts/parts.tsx';
import { Broadcast } from '../talk/talk.tsx';
import { Script, SessionClock } from './plan.tsx';

const MINUTE_S = 60;

/** The facilitator's room: clock, cue card, broadcast, debrief, wall, export. */
export function DeskRoom() {
  const { model } = useRoom();
  const view = useView();
  const { clock } = view;
  const paused = clock.pausedLeftMs !== null;
  return (
    <PanelFrame title={t('desk.title')} lead={t('desk.lead')}>
      <HaltedCard />
      <section class="card stack">
        <h3>{t('desk.clock')}</h3>
        <div class="row">
          {paused ? (
            <Act look="primary" label={t('desk.resume')} command={{ kind: 'resume' }} />
          ) : (
            <Act look="primary" quiet label={t('desk.pause')} command={{ kind: 'pause' }} />
          )}
          <Act quiet label={t('desk.plus')} command={{ kind: 'extend', seconds: MINUTE_S }} />
          <Act quiet label={t('desk.minus')} command={{ kind: 'extend', seconds: -MINUTE_S }} />
          <Act
            label={t('desk.end')}
            quiet
            blocked={skyFirst(view)}
            confirm={{ title: t('desk.end'), text: t('desk.end.sure') }}
            command={{ kind: 'end-phase' }}
          />
          <GoBack />
        </div>
        <SessionClock />
        <Length />
      </section>
      <Script />
      {view.may.broadcast && (
        <section class="card stack">
          <h3>{t('desk.broadcast')}</h3>
          <Broadcast />
        </section>
      )}
      <DebriefSteps />
      <section class="card stack">
        <h3>{t('desk.join')}</h3>
        <WallSky />
        <OpenWall />
        <CodeCard code={model.code} />
      </section>
      <section class="card stack">
        <h3>{t('desk.record')}</h3>
        <div class="row">
          <a class="button" href={addressOf('print', model.code)} target="_blank" rel="noreferrer">
            {t('print.open')}
          </a>
          <ExportButton />
        </div>
      </section>
    </PanelFrame>
  );
}

/** A turn more or less, and whether play may take the debrief's time: seldom needed, open where it is in use. */
function Length() {
  const { clock, turns } = useView();
  return (
    <details open={clock.overrun || clock.lastTurn < turns}>
      <summary>{t('desk.length')}</summary>
      <div class="stack tight">
        <div class="row">
          <Act
            quiet
            label={t('desk.shorten')}
            confirm={{ title: t('desk.shorten'), text: t('desk.shorten.sure') }}
            command={{ kind: 'shorten' }}
          />
          {clock.lastTurn < turns && <Act quiet label={t('plan.lengthen')} command={{ kind: 'lengthen' }} />}
        </div>
        <p class="muted small">{t('desk.shorten.note')}</p>
        <Act
          quiet
          pressed={clock.overrun}
          label={clock.overrun ? t('plan.overrun.on') : t('plan.overrun')}
          {...(clock.overrun ? {} : { confirm: { title: t('plan.overrun'), text: t('plan.overrun.sure') } })}
          command={{ kind: 'allow-overrun', on: !clock.overrun }}
        />
        <p class="muted small">{t('plan.overrun.note')}</p>
      </div>
    </details>
  );
}

/** Which drawing of the sky the wall shows. */
function WallSky() {
  const { session } = useRoom();
  const view = useView();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return (
    <div class="stack tight">
      <Choice
        label={t('wall.sky')}
        value={view.wall}
        options={SKY_VIEWS.map((value) => ({ value, label: t(`map.view.${value}`) }))}
        onChange={async (sky) => setRefusal(await session.command({ kind: 'show-on-wall', sky }))}
      />
      <Refused refusal={refusal} />
    </div>
  );
}
