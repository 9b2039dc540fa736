import { say, t } from '../../../text.ts';
import { useView } from '../../frame/room.tsx';
import { Lower } from '../lower.tsx';
import type { Moment } from './moment.ts';

/** The map alone, as the desk wants it shown; before the talks with what is to be done now. */
const Stage = () => {
  const { clock, title } = useView();
  return <Lower>{clock.turn <= 1 ? say(title) : t(`phase.${clock.phase}.help`)}</Lower>;
};

export const map: Moment = { id: 'map', when: () => true, Stage, map: true };
