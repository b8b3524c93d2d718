"""Lines become contacts: what each line says, where one contact ends, what is inherited, what is left over."""
