/**
 * Solar activity as it was: monthly means of F10.7 observed at Penticton, as NOAA's Space Weather Prediction Center publishes
 * them (observed solar cycle indices), October 2006 to April 2025; the four months after are rounded estimates.
 */

/** sfu, from RECORD_START on; a line is a calendar year but for the first. */
const MONTHLY_F107_SFU = [
  [74.4, 86.4, 90.4],
  [83.8, 77.7, 72.2, 72.4, 74.4, 74.1, 71.5, 69, 67, 67.7, 69.4, 78.2],
  [74, 71, 73, 70.2, 68.3, 65.9, 65.7, 66.2, 67, 68.2, 68.5, 69.1],
  [69.7, 69.9, 69.1, 69.6, 70.4, 68.6, 68.2, 67.4, 70.3, 72.1, 73.7, 76.8],
  [81.3, 84.7, 83, 75.7, 73.6, 72.4, 79.6, 79.2, 81, 81.4, 82.6, 84.2],
  [83.4, 94.6, 124.3, 112.9, 95.7, 95.9, 94.3, 101.6, 135.3, 137.4, 153.5, 141.5],
  [134.8, 106.9, 115.7, 113.3, 121.4, 120.4, 137.6, 115.9, 123.4, 123.1, 121.2, 108.3],
  [126.8, 104.4, 111.4, 125, 131.4, 110.7, 115.5, 114.9, 102.8, 132.9, 148.8, 148.1],
  [162.7, 170.1, 150.5, 143.9, 130.1, 122.4, 137.9, 124.6, 146.6, 155, 155.7, 159],
  [142, 128.9, 126.9, 129.1, 120.1, 128.5, 107, 105.9, 102, 104, 109.7, 112.5],
  [103.6, 103.7, 91.4, 93.5, 93.4, 82, 86.3, 85.2, 87.5, 86.2, 78.6, 75.3],
  [77.4, 77, 74.7, 80.9, 73.6, 74.8, 77.6, 78.3, 95.5, 76.4, 72.3, 71.7],
  [70, 71.6, 68.3, 70, 71, 72.7, 69.6, 69.1, 68.2, 69.6, 69, 70.1],
  [71.6, 70.6, 71.5, 72.5, 71.3, 68.1, 67.3, 67.1, 68, 67.5, 70.2, 70.9],
  [72.3, 70.9, 70.2, 69.6, 69.2, 69.7, 69.5, 71.7, 70.6, 74.6, 90.1, 87.3],
  [76.1, 74.3, 76.5, 74.7, 75.6, 79.8, 81, 77.9, 87.4, 90.1, 86.6, 102.9],
  [104.1, 109.2, 117.8, 130.6, 134, 116.1, 125.6, 118.1, 134.7, 132.8, 123.6, 148.5],
  [182.5, 172.1, 157.5, 145.9, 156, 162.4, 177.5, 153.9, 155.7, 141.6, 154.4, 159.3],
  [164, 173.3, 155.2, 161.7, 188.4, 185.1, 198.6, 245.6, 196.7, 222.6, 200, 196.9],
  [189.4, 184.3, 163.8, 162.2, 138, 131, 133, 146],
].flat();

/** Middle of the first month and of the last, decimal years. */
export const RECORD_START = 2006 + 9.5 / 12;
export const RECORD_END = RECORD_START + (MONTHLY_F107_SFU.length - 1) / 12;

/** F10.7 (sfu) at a decimal year: linear between the middles of months, constant before the record and after it. */
export function recordedF107(year: number): number {
  const at = Math.min(Math.max((year - RECORD_START) * 12, 0), MONTHLY_F107_SFU.length - 1);
  const k = Math.min(Math.floor(at), MONTHLY_F107_SFU.length - 2);
  return MONTHLY_F107_SFU[k]! * (1 - (at - k)) + MONTHLY_F107_SFU[k + 1]! * (at - k);
}
