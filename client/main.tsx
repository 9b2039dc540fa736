import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/screens.css';
import { render } from 'preact';
import { refuse } from '../shared/vocabulary/index.ts';
import { partsOf } from './address.ts';
import { faultOf } from './http.ts';
import { insistOnPart, reloadIfOutdated, reloadWithLine } from './insist.ts';
import { codeOf } from './keys.ts';
import { keptLight, LIGHT, Notice, setLight } from './panels/frame/shell.tsx';
import { keptLanguage, LANGUAGE, loadLanguage, t, why } from './text.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');

// A newer version of the program has other files than those this page asks for.
addEventListener('vite:preloadError', () => void reloadIfOutdated());

// What is chosen in another tab of this device holds in this one.
addEventListener('storage', ({ key }) => {
  if (key === LANGUAGE) void loadLanguage(keptLanguage());
  if (key === LIGHT) setLight(keptLight());
});

setLight(keptLight());
const [place = '', typed = '', page = ''] = partsOf(location.pathname);
// The server sends this page for addresses that it knows; all others are the first page. Who opens a game does not load that one.
const game = place === 'g' || place === 'desk' || place === 'project' ? place : null;
const home = game ? null : insistOnPart(() => import('./panels/door/home.tsx'));
await loadLanguage(keptLanguage());

const code = codeOf(typed);
document.title = code ? `${code} · ${t('name')}` : t('name');

if (game) {
  // Only who opens a game loads what a game needs.
  const part = await import('./place.tsx').catch(() => null);
  if (part) part.openPlace(root, game === 'desk' && page === 'print' ? 'print' : game, code);
  else {
    render(<Notice title={t('name')} text={`${why(refuse(faultOf(null)))} ${t('line.trying')}`} />, root);
    await reloadWithLine();
  }
} else if (home) {
  const { Home } = await home;
  render(<Home />, root);
}
