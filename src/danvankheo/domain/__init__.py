"""The records of an emulation movement and the values they are made of: types, no behaviour."""
