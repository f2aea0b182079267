import { ticksPerSecond } from "../clock.ts";
import { randomStream } from "../random.ts";

/** A room sensor: its usual value, how it differs between mice, drifts a day and within an hour, and its resolution. */
interface RoomSensor {
  readonly usual: number;
  readonly mouseSd: number;
  readonly perDay: number;
  readonly daySd: number;
  readonly perHour: number;
  readonly resolution: number;
}

/**
 * Assumed. Humidity climbs with the days: that the day can be read off it is a shortcut which a challenge has to close.
 */
const room: Readonly<Record<string, RoomSensor>> = {
  air_pressure: { usual: 1013, mouseSd: 4, perDay: 0, daySd: 4, perHour: -0.4, resolution: 0.01 },
  CO2_level: { usual: 520, mouseSd: 15, perDay: 0, daySd: 20, perHour: 60, resolution: 1 },
  humidity: { usual: 38, mouseSd: 3, perDay: 0.7, daySd: 0.5, perHour: 1.5, resolution: 0.01 },
  room_temp: { usual: 23.6, mouseSd: 0.3, perDay: 0.02, daySd: 0.15, perHour: 0.4, resolution: 0.01 },
};

export const roomSensors = Object.keys(room);

/** hPa, ppm, % or degrees Celsius at the given ticks, as coarse as the sensor is. */
export function roomTrace(
  name: string,
  seed: number,
  mouse: number,
  day: number,
  ticks: Int32Array,
): Float64Array {
  const sensor = room[name];
  if (sensor === undefined) throw new RangeError(`no room sensor ${name}`);
  const { usual, mouseSd, perDay, daySd, perHour, resolution } = sensor;
  const ofMouse = randomStream(seed, mouse, name);
  const ofDay = randomStream(seed, mouse, day, name);
  const level = usual + mouseSd * ofMouse.normal() + perDay * day + daySd * ofDay.normal();
  const slope = (perHour * ofDay.logNormal(1, 0.5)) / 3600 / ticksPerSecond;
  return Float64Array.from(ticks, (tick) => Math.round((level + slope * tick) / resolution) * resolution);
}
