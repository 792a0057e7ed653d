"""Where what a person hands over is kept. One module per way of keeping it."""
