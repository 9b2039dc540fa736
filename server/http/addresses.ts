/** Where other devices of the same network reach this computer, for those who run the server on their own laptop. */
import { networkInterfaces } from 'node:os';

/** Networks of containers, virtual machines and tunnels: no phone in the room is in them. */
const INSIDE = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lo|utun|tun|tap)/;

/** IPv4 addresses of this computer in the networks around it, as a browser writes them. Empty if it is in none. */
export const addressesHere = (): readonly string[] =>
  Object.entries(networkInterfaces())
    .filter(([name]) => !INSIDE.test(name))
    .flatMap(([, all]) => all ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);

/** Whether a host's name or address is this computer's own for itself, which no other device can open. */
export const isOnlyHere = (host: string): boolean => /^(localhost|(::ffff:)?127(\.\d+){3}|\[?::1\]?)$/.test(host);
