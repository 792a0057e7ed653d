"""How a store of an older walkaway becomes one of this: small steps, none of them ever edited once it shipped."""
