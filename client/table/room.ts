/** The room and the table top: what never moves. */
import { BRASS, type Canvas, type Paint, shadow } from './ink.ts';
import { type Layout, type Rim, rimPoint } from './layout.ts';

export const ROOM_COLOUR = '#0b111a';
const STEPS = 160;

function trace(c: Canvas, rim: Rim, grow: number, dy = 0): void {
  const grown = { ...rim, rx: rim.rx + grow, ry: rim.ry + grow, cy: rim.cy + dy };
  c.beginPath();
  for (let n = 0; n < STEPS; n++) {
    const { x, y } = rimPoint(grown, (2 * Math.PI * n) / STEPS);
    if (n === 0) c.moveTo(x, y);
    else c.lineTo(x, y);
  }
  c.closePath();
}

function floor(c: Canvas, { width, height, rim }: Layout): void {
  const light = c.createRadialGradient(rim.cx, rim.cy, rim.ry * 0.3, rim.cx, rim.cy, rim.rx * 1.25);
  light.addColorStop(0, '#26364a');
  light.addColorStop(0.7, '#152130');
  light.addColorStop(1, ROOM_COLOUR);
  c.fillStyle = ROOM_COLOUR;
  c.fillRect(0, 0, width, height);
  c.fillStyle = light;
  c.fillRect(0, 0, width, height);
}

/** Floor with light on it, the table's edge (thicker towards the viewer), polished wood, brass line, leather. */
export function paintRoom(layout: Layout): Paint {
  const { rim, scale } = layout;
  const wood = Math.round(16 * scale);
  const thick = Math.round(13 * scale);
  return (c) => {
    floor(c, layout);
    shadow(c, 46 * scale, 26 * scale, 'rgba(0,0,0,0.7)');
    trace(c, rim, wood, thick);
    c.fillStyle = '#1d130c';
    c.fill();
    shadow(c, 0);

    const edge = c.createLinearGradient(0, rim.cy - rim.ry, 0, rim.cy + rim.ry + thick);
    edge.addColorStop(0, '#8a6038');
    edge.addColorStop(0.45, '#5d3d24');
    edge.addColorStop(1, '#7b5231');
    trace(c, rim, wood);
    c.fillStyle = edge;
    c.fill();
    c.lineWidth = Math.max(1, 1.5 * scale);
    c.strokeStyle = 'rgba(255,226,180,0.35)';
    c.stroke();

    const leather = c.createRadialGradient(rim.cx, rim.cy - rim.ry * 0.4, rim.ry * 0.1, rim.cx, rim.cy, rim.rx * 1.1);
    leather.addColorStop(0, '#285062');
    leather.addColorStop(0.6, '#1a3a4a');
    leather.addColorStop(1, '#122a37');
    trace(c, rim, -wood * 0.55);
    c.fillStyle = leather;
    c.fill();
    trace(c, rim, -wood * 0.55);
    c.lineWidth = Math.max(1.5, 2.2 * scale);
    c.strokeStyle = BRASS;
    c.globalAlpha = 0.75;
    c.stroke();
    c.globalAlpha = 1;
  };
}
