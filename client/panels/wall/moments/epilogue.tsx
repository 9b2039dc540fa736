import '../../../styles/wall/epilogue.css';
import { lazy } from '../../frame/lazy.tsx';
import type { Moment } from './moment.ts';

const NextYears = lazy(() => import('../../debrief/next-years.tsx').then((part) => part.NextYears));

/** The years that follow on what was agreed. */
const Stage = () => (
  <div class="wall-years">
    <NextYears />
  </div>
);

export const epilogue: Moment = { id: 'epilogue', when: ({ clock }) => clock.phase === 'epilogue', Stage };
