/** Four pieces of cut paper: the sign of the programme. Colours are drawn in, since it is also the icon of the tab. */
export const Emblem = ({ size = 30 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true" focusable="false">
    <path d="M3 4h10.5v10.5H8A5 5 0 0 1 3 9.500z" fill="#b8432a" />
    <path d="M16 3.500a10.500 10.500 0 0 1 10.500 10.500H16z" fill="#2f7a4d" />
    <path d="M3 27V17h10.500v10z" fill="#e2a93a" />
    <path d="M16 17h10.500v3.500A6.500 6.500 0 0 1 20 27h-4z" fill="#3a74b8" />
  </svg>
)
