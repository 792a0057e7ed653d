"""Values in; sentences, and the documented JSON, out. One package per language, all with the names that `en` has."""
