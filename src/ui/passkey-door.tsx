declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'passkey-door': { 'data-options': string; 'data-answer': string; 'data-back': string; 'data-new'?: string; children?: unknown }
    }
  }
}

type Props = { options: string; answer: string; back: string; label: string; failed: string; adding?: { label: string; hint: string; value: string } }

/** A button that asks the device for a passkey; it appears only where script and the device can do that. */
export const PasskeyDoor = ({ options, answer, back, label, failed, adding }: Props) => (
  <passkey-door data-options={options} data-answer={answer} data-back={back} data-new={adding ? 'true' : undefined}>
    <div class="stack" hidden>
      {adding && (
        <div class="field">
          <label for="klucz">{adding.label}</label>
          <p class="hint" id="klucz-podpowiedz">
            {adding.hint}
          </p>
          <input id="klucz" type="text" value={adding.value} maxlength={60} autocomplete="off" aria-describedby="klucz-podpowiedz" />
        </div>
      )}
      <button class="btn quiet" type="button">
        {label}
      </button>
      <p class="error" role="alert" hidden>
        {failed}
      </p>
    </div>
  </passkey-door>
)
