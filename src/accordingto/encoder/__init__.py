"""The shared encoder: words of an article to vectors, and the heads that read them."""
