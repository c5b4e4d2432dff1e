import type { Same } from '#kit/texts.ts'
import type { mapTexts } from '#ui/map.texts.ts'

export const mapTextsEn: Same<typeof mapTexts> = {
  map: 'Map of the districts',
  schematic: 'The map is schematic: the shapes of the districts are not exact.',
  legend: 'Colours of the map',
  states: { quiet: 'quiet', talk: 'talk', drafts: 'joint drafts' },
  meeting: 'a meeting this week',
  here: 'you are here',
  live: 'Open a map that zooms',
  pick: 'Point at the place on a map',
  coordinates: 'Coordinates (if you know them)',
  coordinatesHint: 'Degrees, for example 19.9561 and 50.0412. You may leave them empty.',
  lon: 'Longitude',
  lat: 'Latitude',
  centre: 'Mark the middle of the map',
  picked: 'The place is marked.',
  clear: 'Remove the mark',
  howToPick: 'Click on the map. By keyboard: move with the arrows and choose “Mark the middle of the map”.',
  attribution: '© OpenStreetMap contributors',
}
