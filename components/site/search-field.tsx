type Props = {
  /** what was asked, where the page is an answer */
  q?: string
  /** what the form is called, for there may be two */
  label: string
  id: string
  /** the small one of the masthead shows no label */
  small?: boolean
  longest?: number
  describedBy?: string
}

/** A form that asks for `/search?q=`: it works wherever HTML does. */
export const SearchField = ({ q = "", label, id, small = false, longest, describedBy }: Props) => (
  <search className={small ? "search-field small" : "search-field"} aria-label={label}>
    <form action="/search">
      <label htmlFor={id} className={small ? "unseen" : undefined}>
        {label}
      </label>
      <div className="search-row">
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={q}
          maxLength={longest}
          aria-describedby={describedBy}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button type="submit">Search</button>
      </div>
    </form>
  </search>
)
