export default function NothingToPreview() {
  return (
    <main id="content" className="preview-nothing">
      <h1>The paper has no such page</h1>
      <p>
        <a href="/newsroom/front">To the front</a>
      </p>
    </main>
  )
}
