import { type FormState, typedOne } from '#kit/form.ts'
import type { Addresses } from '#modules/programme/territories/addresses.rules.ts'
import { addressesTextsEn } from '#modules/programme/territories/addresses.texts.en.ts'
import { addressesTexts } from '#modules/programme/territories/addresses.texts.ts'
import { territoryTitle } from '#modules/programme/territories/territories.rules.ts'
import { Button, Field } from '#ui/forms.tsx'
import type { Frame } from '#ui/frame.ts'
import { Acts } from '#ui/parts.tsx'

const texts = { pl: addressesTexts, en: addressesTextsEn }

/** Enter anywhere in a form presses its first button, so this stands before the others: it searches only where a street stands in the field. */
export const AddressEnter = ({ frame, addresses }: { frame: Frame; addresses: Addresses }) =>
  addresses ? (
    <button class="visually-hidden" type="submit" name="adres" value="enter" tabindex={-1}>
      {texts[frame.locale].go}
    </button>
  ) : null

/**
 * Finds a street inside a form that chooses a place: its buttons send the form, which `addressStep` answers with the same form and nothing saved.
 * Left out where the city has no addresses.
 */
export const AddressSearch = ({ frame, form, addresses, action }: { frame: Frame; form: FormState; addresses: Addresses; action: string }) => {
  const t = texts[frame.locale]
  if (!addresses) return null
  const here = `${action}#ulica`
  const chosen = typedOne(form, 'wybrany')
  const empty = typedOne(form, 'adres') === 'szukaj' && typedOne(form, 'ulica') === ''
  return (
    <>
      <Field
        name="ulica"
        label={t.label}
        hint={t.hint}
        form={empty ? { ...form, errors: { ulica: t.empty } } : form}
        maxlength={120}
        autocomplete="off"
      />
      <Acts>
        <Button quiet name="adres" value="szukaj" action={here}>
          {t.search}
        </Button>
      </Acts>
      {chosen !== '' && <p role="status">{t.chosen(chosen)}</p>}
      {addresses.found?.length === 0 && <p role="status">{t.none}</p>}
      {addresses.found && addresses.found.length > 0 && (
        <fieldset class="tight">
          <legend>{t.found}</legend>
          <ul class="plain tight">
            {addresses.found.map(({ id, words, territory }) => (
              <li>
                <Button quiet small name="adres" value={id} action={here}>
                  {words} <span class="muted">{territoryTitle(territory)}</span>
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  )
}
