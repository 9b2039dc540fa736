/** How people come into a game: its code, its address, and the address as a square to photograph. */
import { useEffect, useState } from 'preact/hooks';
import { renderSVG } from 'uqr';
import { ROUTES } from '../../../shared/protocol.ts';
import { fullAddress } from '../../address.ts';
import { getJson } from '../../http.ts';
import { t } from '../../text.ts';

const isOnlyHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);

/**
 * The address under which people join, and others that lead here too. A page opened as `localhost` asks the server how other
 * devices reach this computer: nobody else can open that name.
 */
export function useJoinAddresses(code: string): readonly [string, ...(readonly string[])] {
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isOnlyHere) return;
    void getJson<readonly string[]>(ROUTES.addresses).then((reply) => {
      if ('value' in reply) setFound(reply.value);
    });
  }, []);
  const port = location.port === '' ? '' : `:${location.port}`;
  const [first = location.host, ...others] = found.map((ip) => `${ip}${port}`);
  return [fullAddress('g', code, first), ...others.map((host) => fullAddress('g', code, host))];
}

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '');

/** An address as a square to photograph, in the light margin of four modules that its standard asks for (ISO/IEC 18004). */
export const Square = ({ address }: { readonly address: string }) => (
  <div
    class="qr"
    role="img"
    aria-label={t('lobby.qr', { address })}
    dangerouslySetInnerHTML={{ __html: renderSVG(address, { border: 4 }) }}
  />
);

/** The code of the game, big, with the address as a square to photograph. */
export function CodeCard({ code }: { readonly code: string }) {
  const [address, ...others] = useJoinAddresses(code);
  return (
    <div class="row code-card">
      <Square address={address} />
      <div class="stack">
        <p class="muted">{t('lobby.code')}</p>
        <p class="big-code">{code}</p>
        <p class="small">{withoutScheme(address)}</p>
        {isOnlyHere && (
          <p class="muted local">
            {address.includes(location.host)
              ? t('lobby.local.none')
              : others.length > 0
                ? t('lobby.local.others', { addresses: others.map(withoutScheme).join(', ') })
                : t('lobby.local')}
          </p>
        )}
      </div>
    </div>
  );
}
