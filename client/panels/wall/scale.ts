import { useEffect, useState } from 'preact/hooks';

/** The wall is laid out at this size, CSS px, and drawn as large as the window lets it be. */
const WALL_WIDTH = 1280;
const WALL_HEIGHT = 720;

const scaleNow = (): number => Math.min(innerWidth / WALL_WIDTH, innerHeight / WALL_HEIGHT);

/** How many times its laid-out size the wall is drawn in this window. */
export function useScale(): number {
  const [scale, setScale] = useState(scaleNow);
  useEffect(() => {
    const measure = () => setScale(scaleNow());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return scale;
}
